using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>How a product's sale bears value-added tax, with the rates of today.</summary>
internal sealed class TellVatModel(VatRates rates) : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public TellVat.Form Form { get; set; } = new();

    public VatTable Today { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Today = await rates.NowAsync(HttpContext.RequestAborted);
        Form = new() { Vat = Product.Vat };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Today = await rates.NowAsync(HttpContext.RequestAborted);
        return await SaveAsync(new TellVat.Command(Actor, Cooperative, Id, Form.Vat), "/sizes", "catalog.saved");
    }
}
