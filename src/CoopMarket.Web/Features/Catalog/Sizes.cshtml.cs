using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The sizes and prices of a product, and whether it is made to order.</summary>
internal sealed class SizesModel : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public MakeToOrder.Form Form { get; set; } = new();

    /// <summary>Whether there is a size to be sold.</summary>
    public bool HasSize => Product.Offered.Any();

    public void OnGet() => Form = new() { ToOrder = Product.MadeToOrderDays is not null, Days = Product.MadeToOrderDays?.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    public Task<IActionResult> OnPostAsync() => SaveAsync(new MakeToOrder.Command(Actor, Cooperative, Id, Form.ToOrder, Form.Days), "/origin", HasSize ? null : "catalog.sizes.left");

    public Task<IActionResult> OnPostOfferAsync(VariantId size, bool offered)
        => DoAsync(new OfferSize.Command(Actor, Cooperative, Id, size, offered), offered ? "catalog.sizes.put-back" : "catalog.sizes.taken-off", "/sizes");
}
