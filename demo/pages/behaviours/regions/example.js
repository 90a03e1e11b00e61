const { id, lifespan, model } = candor.preset;
const region = candor.region || '–';
document.querySelector('#region').value = candor.isGuess && candor.region ? `${region} ({{ t.guess }})` : region;
document.querySelector('#preset').value = id;
document.querySelector('#model').value = model;
document.querySelector('#grants').value = lifespan.grantDays;
document.querySelector('#refusals').value = lifespan.refusalDays;
