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
        Form = new()
        {
            NameVi = Product.Name.Vi,
            NameEn = Product.Name.All.GetValueOrDefault("en"),
            Category = Product.Category,
            LineVi = Product.Line.Vi,
            LineEn = Product.Line.All.GetValueOrDefault("en"),
            DescriptionVi = Product.Description.Vi,
            DescriptionEn = Product.Description.All.GetValueOrDefault("en"),
            UseVi = Product.Use.Vi,
            UseEn = Product.Use.All.GetValueOrDefault("en"),
            OtherNamesVi = Product.OtherNames.Vi,
            OtherNamesEn = Product.OtherNames.All.GetValueOrDefault("en"),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Categories = await categories.AllAsync(HttpContext.RequestAborted);
        return await SaveAsync(DescribeProduct.Command.Of(Actor, Cooperative, Id, Form), "/photos");
    }

    public Task<IActionResult> OnPostKeepAsync() => KeepAsync(DescribeProduct.Command.Of(Actor, Cooperative, Id, Form));
}
