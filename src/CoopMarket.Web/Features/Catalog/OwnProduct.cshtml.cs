using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Shipping.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>One product at the desk: looked over, sent, taken off, put back.</summary>
internal sealed class OwnProductModel(CategoryTree categories) : ProductPage
{
    public string Category { get; private set; } = "";

    public async Task OnGetAsync() => await LookUpAsync();

    public async Task<IActionResult> OnPostSubmitAsync()
    {
        var outcome = await SendAsync(new SubmitProduct.Command(Actor, Cooperative, Id));
        if (outcome.IsDone)
            return GoTo(Here, outcome.Value == ProductState.Live ? "catalog.now-live" : "catalog.now-in-review");
        await LookUpAsync();
        return Again(outcome);
    }

    public async Task<IActionResult> OnPostAbroadAsync(bool abroad)
        => await DoAsync(new ChooseAbroad.Command(Actor, Cooperative, abroad), abroad ? "catalog.abroad.world.said" : "catalog.abroad.home.said");

    public async Task<IActionResult> OnPostWithdrawAsync()
        => await DoAsync(new WithdrawProduct.Command(Actor, Cooperative, Id), "catalog.now-withdrawn");

    public async Task<IActionResult> OnPostPutBackAsync() => await DoAsync(new PutBackProduct.Command(Actor, Cooperative, Id), "catalog.now-back");

    private async Task LookUpAsync()
    {
        var tree = await categories.AllAsync(HttpContext.RequestAborted);
        Category = tree.FirstOrDefault(c => c.Id == Product.Category)?.Name.In(Hosting.Languages.Current) ?? "";
    }
}
