using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>One size of a product: net amount, price, parcel.</summary>
internal sealed class SaveSizeModel : ProductPage
{
    protected override DeskRoles Work => DeskRoles.Telling;

    /// <summary>The size's id, or «new».</summary>
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "size")]
    public string Size { get; set; } = "";

    [BindProperty]
    public SaveSize.Form Form { get; set; } = new();

    public bool IsNew => Size == "new";

    /// <summary>Whether she is asked if the price is meant.</summary>
    public bool AsksPrice { get; private set; }

    public IActionResult OnGet()
    {
        if (IsNew)
            return Page();
        if (Product.Sizes.FirstOrDefault(s => s.Id.ToString() == Size) is not { } size)
            return NotFound();
        Form = size.AsTyped();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsNew && Product.Sizes.All(s => s.Id.ToString() != Size))
            return NotFound();
        if (!ModelState.IsValid)
            return Unreadable();
        VariantId? size = IsNew ? null : VariantId.From(Guid.Parse(Size));
        var outcome = await SendAsync(SaveSize.Command.Of(Actor, Cooperative, Id, size, Form));
        AsksPrice = outcome.Refusal is PriceJumps;
        return outcome.IsDone ? GoTo(Here + "/sizes", "catalog.sizes.saved", Typed.Text(Form.NameVi), Show.Money(Typed.Dong(Form.Price))) : Again(outcome);
    }
}
