import { ServedElement } from '../shared/served-element.js';

/**
 * What a privacy page has to list, always as the config is now: by category each service with its provider and role, what it
 * is for, which kinds of data it uses and how, how long and where they are kept, whom to ask, and what it keeps on the device.
 * Beside each stands the visitor's own answer, with a switch that counts at once; what needs a consent of its own is asked for
 * in its own dialog. Printed, the answers are words.
 *
 * It stands in the page's text and looks like it: font, size and colours are those around it. Its headings are of the third
 * and fourth level. What the page puts into it is shown until it is there, and where it cannot be. In its shadow root each
 * category and service has its id.
 *
 * @attr list - `collection`: a table of what is collected, for what, how, and for how long. `sharing`: a table of who receives
 *   it, with role, contact and country: services with a provider other than the controller, or with a contact, policy,
 *   country or role. Without it: everything, by category. The two are the lists that Chinese law asks for
 *   (网络数据安全管理条例 art. 21, PIPL art. 17 and 23).
 *
 * @slot - What stands there until the declaration does.
 *
 * @csspart declaration - All of it.
 * @csspart category - A category, with its services.
 * @csspart service - A service.
 * @csspart title - The heading of a category.
 * @csspart name - The heading of a service.
 * @csspart facts - The labelled facts about a category or service.
 * @csspart description - What it is for.
 * @csspart label - What a fact is about.
 * @csspart value - What it says.
 * @csspart link - A link among the facts.
 * @csspart table - A table: what is kept on the device, or one of the two lists.
 * @csspart caption - What the table is about.
 * @csspart column - The heading of a column.
 * @csspart cell - A cell, the heading of a row included.
 * @csspart state - The visitor's answer, in words.
 * @csspart switch - A switch of a category or service.
 * @csspart ask - The button that asks for a separate consent.
 *
 * @cssproperty [--candor-accent] - Fill of switches that are on. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Their knob. Default: black or white, whichever stands out.
 */
export class CandorDeclaration extends ServedElement {}
