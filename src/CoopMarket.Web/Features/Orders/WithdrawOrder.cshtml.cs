using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Withdrawing in two steps, as Directive 2011/83/EU, Art. 11a wants it: what from, then the word.</summary>
[EnableRateLimiting(Limit.OrderLink)]
internal sealed class WithdrawOrderModel : BuyerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public WithdrawOrder.Form Form { get; set; } = new();

    public ReturnForm.View View { get; private set; } = null!;

    /// <summary>Whether what she chose is shown to be confirmed.</summary>
    public bool IsReview { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!View.MayWithdraw || View.Parts.Count == 0)
            return GoTo($"/orders/{Code}");
        Form.Name = View.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostReviewAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!IsHers)
            return Again<Outcome>(new NothingToReturn());
        IsReview = true;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var outcome = await SendAsync(new WithdrawOrder.Command(Actor, Code, SecretOf(Code), Form.Name ?? "", Form.Pieces, Form.IsUnopened));
        return outcome.IsDone ? GoTo($"/orders/{Code}/withdrawal", "orders.withdraw.done") : await LoadAsync() ? Again(outcome) : NotFound();
    }

    /// <summary>Back to what was chosen, with all of it.</summary>
    public async Task<IActionResult> OnPostBackAsync() => !await LoadAsync() ? NotFound() : IsHers ? Page() : Again<Outcome>(new NothingToReturn());

    // Whether all that was chosen is of this order, and not on its way back already.
    private bool IsHers => Form.Pieces.Keys.All(k => View.Parts.Any(p => p.Lines.Any(l => l.Id.ToString() == k)));

    private async Task<bool> LoadAsync()
        => await SendAsync(new ReturnForm.Query(Actor, Code, SecretOf(Code), null)) is { } view && (View = view) is not null;
}
