/** The groups of a crowded map as a list: for who does not use a mouse, and to say what is folded. */

import { block } from "../data.js";
import { announce, byId, make, makeButton } from "../dom.js";
import { dim } from "../elements.js";
import { term, word } from "../language.js";
import { enterCommunity } from "../map/far.js";
import { sayCommunity } from "../phrases.js";
import { canFold, farView } from "../views/far.js";
import { isAnew } from "../views/scene.js";

/**
 * @import { Community } from "../model/communities.js"
 * @import { State } from "../state.js"
 */

const content = make("div");
const title = make("span.tool-name");
let shownIn = "";

/** Put the list under the map, where the map is crowded. */
export function bindCommunities() {
  if (!block.communities.length) return;
  byId("under").after(make("details.tool.far", { id: "far" }, make("summary", title), content));
}

/**
 * @param {State} before
 */
export function followCommunities(before) {
  if (!block.communities.length) return;
  const language = document.documentElement.lang;
  if (shownIn === language && !isAnew(before)) return;
  shownIn = language;
  const { all, groups, within } = farView();
  const n = groups.reduce((sum, { members }) => sum + members.length, 0);
  title.textContent = word("far_title", { n: groups.length });
  content.replaceChildren(
    make(
      "p",
      word("far_note", {
        organisations: word("n_organisations", { n }),
        ties: word("n_ties", { n: all }),
        share: percent(within, all),
      }),
      " ",
      word("far_wide", { n: block.wide }),
    ),
    make(
      "ul.plain",
      groups.map((group) => make("li", makeGroupEntry(group))),
    ),
  );
  byId("far").hidden = !canFold();
}

/** @param {Community} group */
function makeGroupEntry(group) {
  const { members, region, share } = group;
  const name = sayCommunity(group);
  const n = word("n_organisations", { n: members.length });
  const home = region
    ? word("far_region", { share: percent(share, 1), name: term("regions", region) })
    : word("far_no_region");
  const enter = () => {
    enterCommunity(group);
    announce(word("far_entered", { name, organisations: n }));
  };
  return [makeButton("", enter, name), dim(` ${n}; ${home}`)];
}

/**
 * @param {number} part
 * @param {number} all
 */
function percent(part, all) {
  return Math.round((100 * part) / Math.max(all, 1));
}
