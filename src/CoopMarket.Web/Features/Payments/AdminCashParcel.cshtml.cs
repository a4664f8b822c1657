using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Payments;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AdminCashParcelModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public SellerOrderId Part { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public CarriedParcel.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new GiveUpCash.Command(Actor, Part, Note));
        if (outcome.IsDone)
            return GoTo($"/admin/payments/cash/{Part}", "payments.carried.given-up");
        return await LoadAsync() ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new CarriedParcel.Query(Actor, Part)))!) is not null;
}
