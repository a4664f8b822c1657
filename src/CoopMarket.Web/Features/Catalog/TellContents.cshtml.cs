using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>What is in a product.</summary>
internal sealed class TellContentsModel : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public TellContents.Form Form { get; set; } = new();

    public void OnGet() => Form = new()
    {
        Seen = TellContents.Print(Product.Typed.Texts.Ingredients, Product.Allergens),
        IngredientsVi = Product.Typed.Texts.Ingredients.Vi,
        IngredientsEn = Product.Typed.Texts.Ingredients.All.GetValueOrDefault("en"),
        Allergens = [.. Product.Allergens ?? []],
        NoAllergens = Product.Allergens is { Count: 0 },
    };

    public Task<IActionResult> OnPostAsync() => SaveAsync(TellContents.Command.Of(Actor, Cooperative, Id, Form), "", "catalog.saved");
}
