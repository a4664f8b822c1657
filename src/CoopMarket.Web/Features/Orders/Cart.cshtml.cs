using CoopMarket.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Orders;

internal sealed class CartModel : BuyerPage
{
    [BindProperty]
    public CartForm Form { get; set; } = new();

    public CartPage.View View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await SendAsync(new CartPage.Query(Actor, BasketCookie));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await SendAsync(new ChangeBasket.Command(Actor, BasketCookie, Form.Lines()));
        View = await SendAsync(new CartPage.Query(Actor, BasketCookie));
        if (!outcome.IsDone)
            return Again(outcome);
        if (View.Offer.IsEmpty)
            HttpContext.RequestServices.GetRequiredService<TypedAtCheckout>().Forget(HttpContext);
        if (View.Offer.IsEmpty && Actor.IsGuest)
            ForgetBasket();
        if (Form.ToCheckout is null)
            return GoTo("/cart", Form.Remove is null || View.Offer.IsEmpty ? null : "orders.cart.removed");
        return View.Offer.CanBeHad ? GoTo("/checkout") : GoTo("/cart", "orders.cart.does-not-fit");
    }
}

/// <summary>How many of each thing, by the variant's id, and the one button that was pressed.</summary>
internal sealed class CartForm
{
    public Dictionary<string, string> Quantity { get; set; } = [];

    public string? More { get; set; }

    public string? Less { get; set; }

    public string? Remove { get; set; }

    /// <summary>As many as are left of a thing: see <see cref="Pieces.OfButton"/>.</summary>
    public string? Take { get; set; }

    public string? ToCheckout { get; set; }

    /// <summary>What the form asks for; what is no number of pieces stays none.</summary>
    public IReadOnlyList<Wanted> Lines() =>
    [
        .. from line in Quantity
           where Guid.TryParse(line.Key, out _)
           let typed = Pieces.Read(line.Value)
           let taken = Pieces.OfButton(Take)
           let pieces = taken is { } fewer && fewer.Variant.Value == Guid.Parse(line.Key) ? fewer.Quantity : line.Key == Remove ? 0 : typed < 1 ? typed : line.Key == More ? typed + 1 : line.Key == Less ? typed - 1 : typed
           select new Wanted(VariantId.From(Guid.Parse(line.Key)), pieces),
    ];
}
