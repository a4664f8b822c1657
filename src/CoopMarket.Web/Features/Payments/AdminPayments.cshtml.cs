using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminPaymentsModel : MarketPage
{
    /// <summary>Which page of the bank's lines, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PaymentQueue.View View { get; private set; } = null!;

    /// <summary>Null where the market takes no cards and never did.</summary>
    public CardBooks.View? Books { get; private set; }

    public async Task OnGetAsync()
    {
        Number = Turns.Read(Number);
        View = await SendAsync(new PaymentQueue.Query(Actor, Number));
        Books = await SendAsync(new CardBooks.Query(Actor));
    }
}
