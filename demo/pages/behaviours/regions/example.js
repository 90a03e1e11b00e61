const { grantDays, refusalDays } = candor.preset.lifespan;
document.querySelector('#region').value = candor.region || '–';
document.querySelector('#preset').value = candor.preset.id;
document.querySelector('#grants').value = grantDays;
document.querySelector('#refusals').value = refusalDays;
