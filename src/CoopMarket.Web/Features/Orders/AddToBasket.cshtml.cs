using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// Takes the form of pages that anybody may get from the cache, so it carries no token; OwnOrigin refuses it from elsewhere.
/// Where a field comes twice, the first counts.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class AddToBasketModel : BuyerPage
{
    [BindProperty]
    public AddToBasketForm Form { get; set; } = new();

    /// <summary>The page to go back to.</summary>
    public string Back => Reader.Local(Form.Back);

    public IActionResult OnGet() => GoTo("/cart");

    public async Task<IActionResult> OnPostAsync()
    {
        // What the framework could not read at all it says in English; here it is no quantity, which is said in the reader's language.
        ModelState.Clear();
        var variant = VariantId.From(Guid.TryParse(Form.Variant, out var id) ? id : Guid.Empty);
        var outcome = await SendAsync(new AddToBasket.Command(Actor, BasketCookie, variant, Pieces.Read(Form.Quantity)));
        if (!outcome.IsDone)
            return Again(outcome);
        KeepBasket(outcome.Value.Key);
        return GoTo("/cart", "orders.cart.added");
    }
}

/// <summary>What is typed; bound without a prefix, as the pages of the shop write it.</summary>
internal sealed class AddToBasketForm
{
    [FromForm(Name = "variant")]
    public string? Variant { get; set; }

    [FromForm(Name = "quantity")]
    public string? Quantity { get; set; }

    [FromForm(Name = "back")]
    public string? Back { get; set; }
}
