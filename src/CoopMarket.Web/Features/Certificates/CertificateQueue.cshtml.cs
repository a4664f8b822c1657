using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>The certificates that wait for an admin, and those that buyers see.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CertificateQueueModel : MarketPage
{
    /// <summary>What buyers see, instead of what waits.</summary>
    [BindProperty(SupportsGet = true, Name = "shown")]
    public bool Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public CertificateQueue.View View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new CertificateQueue.Query(Actor, Shown, Number));
    }
}
