using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Who gets an order and where, to be put right by its buyer.</summary>
[EnableRateLimiting(Limit.OrderLink)]
internal sealed class ReaddressOrderModel : BuyerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public AddressForm Form { get; set; } = new();

    public OrderPage.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!View.MayBeReaddressed)
            return GoToWith($"/orders/{Code}", new Domain.Orders.AlreadySent());
        Form = AddressForm.Of(View.To, View.Address);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var outcome = await SendAsync(new Readdress.Command(Actor, Code, SecretOf(Code), View.Address.Country, Form));
        return outcome.IsDone ? GoTo($"/orders/{Code}", "orders.readdress.done") : outcome.Refusal is { } refusal ? GoToWith($"/orders/{Code}", refusal) : Again(outcome);
    }

    private async Task<bool> LoadAsync() => await SendAsync(new OrderPage.Query(Actor, Code, SecretOf(Code))) is { } view && (View = view) is not null;
}
