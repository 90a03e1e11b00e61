/** Registers every element. */
import './ui/banner/define.js';
import './ui/preferences/define.js';
import './ui/request/define.js';
import './ui/button/define.js';
import './ui/embed/define.js';
