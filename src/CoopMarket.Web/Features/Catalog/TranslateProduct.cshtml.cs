using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>What a product is, in another language, beside the Vietnamese.</summary>
internal sealed class TranslateProductModel : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [FromRoute(Name = "language")]
    public string Language { get; set; } = "";

    [BindProperty]
    public TranslateProduct.Form Form { get; set; } = new();

    public IActionResult OnGet()
    {
        if (!Languages.Others.Contains(Language))
            return NotFound();
        Form = new()
        {
            Seen = TranslateProduct.Print(Product.Typed, Language),
            Name = In(Product.Typed.Texts.Name),
            Line = In(Product.Typed.Texts.Line),
            Description = In(Product.Typed.Texts.Description),
            Use = In(Product.Typed.Texts.Use),
            OtherNames = In(Product.Typed.Texts.OtherNames),
            Ingredients = In(Product.Typed.Texts.Ingredients),
            Origin = Product.Typed.Origins[Language],
        };
        return Page();

        string? In(LocalizedText text) => text.All.GetValueOrDefault(Language);
    }

    public async Task<IActionResult> OnPostAsync() => Languages.Others.Contains(Language)
        ? await SaveAsync(new TranslateProduct.Command(Actor, Cooperative, Id, Language, Form.Name, Form.Line, Form.Description, Form.Use, Form.OtherNames, Form.Ingredients, Form.Origin) { Seen = Form.Seen }, "")
        : NotFound();
}
