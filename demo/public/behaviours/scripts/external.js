say(document.currentScript.dataset.text);
