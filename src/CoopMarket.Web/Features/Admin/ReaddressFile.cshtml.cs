using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Who gets an order and where, put right for a buyer who called.</summary>
internal sealed class ReaddressFileModel : MarketPage
{
    [BindProperty]
    public AddressForm Form { get; set; } = new();

    public OrderFile.View Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await LoadAsync(code))
            return NotFound();
        if (!Shown.MayBeReaddressed)
            return GoToWith($"/admin/orders/{code}", new AlreadySent());
        Form = AddressForm.Of(Shown.To, Shown.Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await LoadAsync(code))
            return NotFound();
        var outcome = await SendAsync(new Readdress.ByAdmin(Actor, code, Shown.Address.Country, Form));
        return outcome.IsDone ? GoTo($"/admin/orders/{code}", "orders.readdress.done") : outcome.Refusal is { } refusal ? GoToWith($"/admin/orders/{code}", refusal) : Again(outcome);
    }

    private async Task<bool> LoadAsync(string code) => await SendAsync(new OrderFile.Query(Actor, code)) is { } shown && (Shown = shown) is not null;
}
