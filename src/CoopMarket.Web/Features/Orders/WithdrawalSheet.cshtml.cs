using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The dated sheet that says what a buyer withdrew from.</summary>
[EnableRateLimiting(Limit.OrderLink)]
internal sealed class WithdrawalSheetModel : BuyerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public WithdrawalSheet.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await SendAsync(new WithdrawalSheet.Query(Actor, Code, SecretOf(Code))) is not { } view)
            return NotFound();
        View = view;
        return view.Words.Count > 0 ? Page() : GoTo($"/orders/{Code}");
    }
}
