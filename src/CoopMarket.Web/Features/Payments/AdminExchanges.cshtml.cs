using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminExchangesModel : MarketPage
{
    [BindProperty]
    public ExchangeAtCards.Form Form { get; set; } = new();

    public CardExchanges.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new CardExchanges.Query(Actor));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ExchangeAtCards.Command(Actor, Form.Currency, Form.Amount, Form.Dong));
        if (outcome.IsDone)
            return GoTo("/admin/payments/exchanges", "payments.exchange.done");
        await OnGetAsync();
        return Again(outcome);
    }
}
