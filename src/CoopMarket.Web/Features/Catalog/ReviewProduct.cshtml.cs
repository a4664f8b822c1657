using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin looks at a product and decides.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReviewProductModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public ProductId Id { get; set; }

    [BindProperty]
    public ReviewProduct.Form Form { get; set; } = new();

    public ReviewProduct.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostApproveAsync() => DecideAsync(new ApproveProduct.Command(Actor, Id, Form.Seen), "catalog.admin.approved");

    public Task<IActionResult> OnPostRefuseAsync() => DecideAsync(new RefuseProduct.Command(Actor, Id, Form.Reason), "catalog.admin.refused");

    public Task<IActionResult> OnPostTakeDownAsync() => DecideAsync(new TakeDownProduct.Command(Actor, Id, Form.Reason), "catalog.admin.taken-down");

    public Task<IActionResult> OnPostAllowHeldAsync() => DecideAsync(new AllowHeldTexts.Command(Actor, Id, Form.Seen), "catalog.held.allowed");

    public Task<IActionResult> OnPostRefuseHeldAsync() => DecideAsync(new RefuseHeldTexts.Command(Actor, Id, Form.Seen, Form.Reason), "catalog.held.refused-done");

    private async Task<IActionResult> DecideAsync(ICommand<Outcome> command, string noticeKey)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo("/admin/products", noticeKey);
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        if (await SendAsync(new ReviewProduct.Query(Actor, Id)) is not { } view)
            return false;
        View = view;
        return true;
    }
}
