using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Payments;

[EnableRateLimiting(Limit.OrderLink)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RefundAccountModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public AccountForm Form { get; set; } = new();

    public RefundAccountPage.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (View.Amount.IsZero)
            return GoTo($"/orders/{View.Code}");
        Form = new() { Bin = View.Bin, Number = View.Number, Holder = View.Holder };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new TellRefundAccount.Command(Actor, Code, OrderCookie.SecretOf(HttpContext, Code), Form.Bin, Form.Number, Form.Holder));
        if (outcome.IsDone)
            return GoTo($"/orders/{Code}", "payments.account.done");
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync() => (View = (await SendAsync(new RefundAccountPage.Query(Actor, Code, OrderCookie.SecretOf(HttpContext, Code))))!) is not null;

    internal sealed class AccountForm
    {
        public string? Bin { get; set; }

        public string? Number { get; set; }

        public string? Holder { get; set; }
    }
}
