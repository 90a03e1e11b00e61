/** Registers every element. */
import './ui/banner/define.js';
import './ui/preferences/define.js';
import './ui/records/define.js';
import './ui/request/define.js';
import './ui/notice/define.js';
import './ui/age/define.js';
import './ui/guardian/define.js';
import './ui/imported/define.js';
import './ui/button/define.js';
import './ui/embed/define.js';
import './ui/declaration/define.js';
