using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Where a product comes from, who makes it, when it is to be had, and its certificates.</summary>
internal sealed class TellOriginModel(Makers makers, Cooperatives cooperatives) : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public TellOrigin.Form Form { get; set; } = new();

    public IReadOnlyList<MakerCard> Makers { get; private set; } = [];

    /// <summary>Whether the place is the cooperative's own, proposed and not yet kept.</summary>
    public bool IsProposed { get; private set; }

    private TellOrigin.Command Command => new(Actor, Cooperative, Id, Form.Village, Form.CommuneCode, Form.Maker, Form.Months);

    public async Task OnGetAsync()
    {
        Makers = await makers.OfAsync(Cooperative, HttpContext.RequestAborted);
        Form = new() { Village = Product.Village, CommuneCode = Product.CommuneCode, Maker = Product.Maker, Months = [.. Product.Months] };
        if (IsBeingSetUp && Form is { CommuneCode: "", Village: "" })
            await ProposeAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Makers = await makers.OfAsync(Cooperative, HttpContext.RequestAborted);
        return await SaveAsync(Command, "");
    }

    public Task<IActionResult> OnPostKeepAsync() => KeepAsync(Command);

    // Most goods come from where their cooperative is; it wrote that down when it applied.
    private async Task ProposeAsync()
    {
        if (await cooperatives.OneAsync(Cooperative, HttpContext.RequestAborted) is not { CommuneCode.Length: > 0 } home)
            return;
        (Form.CommuneCode, Form.Village, IsProposed) = (home.CommuneCode, home.Village, true);
    }
}
