using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Withdrawing without the order's link, in two steps; its last page is to be printed.</summary>
[EnableRateLimiting(Limit.Reset)]
internal sealed class DeclareWithdrawalModel : BuyerPage
{
    [BindProperty]
    public DeclareWithdrawal.Form Form { get; set; } = new();

    /// <summary>Whether what she typed is shown to be confirmed.</summary>
    public bool IsReview { get; private set; }

    /// <summary>When her word came in, UTC; null before.</summary>
    public DateTimeOffset? At { get; private set; }

    public void OnGet(string? code) => Form.Code = PublicCode.TryParse(code, out var read) ? read.Value : null;

    public async Task<IActionResult> OnPostReviewAsync()
    {
        var outcome = await SendAsync(Declared(isSure: false));
        IsReview = outcome.IsDone;
        return outcome.IsDone ? Page() : Again(outcome);
    }

    public void OnPostBack()
    {
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var outcome = await SendAsync(Declared(isSure: true));
        if (!outcome.IsDone)
            return Again(outcome);
        At = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return Page();
    }

    private DeclareWithdrawal.Command Declared(bool isSure) => new(Actor, Form.Code, Form.Name, Form.Email, Form.IsUnopened, isSure);
}
