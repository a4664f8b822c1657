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
        var outcome = !await LoadAsync() ? new NotFound() : ReturnPieces.AreOf(Form.Pieces, View.Parts) ? await SendAsync(Word(isSure: false)) : new NothingToReturn();
        IsReview = outcome.IsDone;
        return IsReview ? Page() : Again(outcome);
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var outcome = await LoadAsync() ? await SendAsync(Word(isSure: true)) : new NotFound();
        return outcome.IsDone ? GoTo($"/orders/{Code}/withdrawal", "orders.withdraw.done") : Again(outcome);
    }

    /// <summary>Back to what was chosen, with all of it.</summary>
    public async Task<IActionResult> OnPostBackAsync() => !await LoadAsync() ? NotFound() : ReturnPieces.AreOf(Form.Pieces, View.Parts) ? Page() : Again<Outcome>(new NothingToReturn());

    private WithdrawOrder.Command Word(bool isSure) => new(Actor, Code, SecretOf(Code), Form.Name ?? "", Form.Pieces, Form.IsUnopened, isSure);

    private async Task<bool> LoadAsync()
    {
        if (await SendAsync(new ReturnForm.Query(Actor, Code, SecretOf(Code), null)) is not { } view)
            return false;
        View = view;
        ReturnPieces.Complete(Form.Pieces, Form.Parts, view.Parts, isFirst: HttpMethods.IsGet(Request.Method));
        return true;
    }
}
