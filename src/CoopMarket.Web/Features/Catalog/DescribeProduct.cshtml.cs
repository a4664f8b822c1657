using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>What a product is: name, category and words.</summary>
internal sealed class DescribeProductModel(CategoryTree categories) : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    [BindProperty]
    public DescribeProduct.Form Form { get; set; } = new();

    public IReadOnlyList<CategoryNode> Categories { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Categories = await categories.AllAsync(HttpContext.RequestAborted);
        var typed = Product.Typed;
        Form = new()
        {
            Seen = DescribeProduct.Print(typed),
            NameVi = typed.Texts.Name.Vi,
            NameEn = typed.Texts.Name.All.GetValueOrDefault("en"),
            Category = typed.Category,
            LineVi = typed.Texts.Line.Vi,
            LineEn = typed.Texts.Line.All.GetValueOrDefault("en"),
            DescriptionVi = typed.Texts.Description.Vi,
            DescriptionEn = typed.Texts.Description.All.GetValueOrDefault("en"),
            UseVi = typed.Texts.Use.Vi,
            UseEn = typed.Texts.Use.All.GetValueOrDefault("en"),
            OtherNamesVi = typed.Texts.OtherNames.Vi,
            OtherNamesEn = typed.Texts.OtherNames.All.GetValueOrDefault("en"),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Categories = await categories.AllAsync(HttpContext.RequestAborted);
        return await SaveAsync(DescribeProduct.Command.Of(Actor, Cooperative, Id, Form), "/photos");
    }

    public Task<IActionResult> OnPostKeepAsync()
    {
        var command = DescribeProduct.Command.Of(Actor, Cooperative, Id, Form);
        return KeepAsync(command, command.Wanted);
    }
}
