using CoopMarket.Web.Features.Rates.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What the two addresses of the checkout share: the form, and the page around it.</summary>
internal abstract class CheckoutStep : BuyerPage
{
    [Microsoft.AspNetCore.Mvc.BindProperty]
    public CheckoutForm Form { get; set; } = new();

    public CheckoutPage.View View { get; private set; } = null!;

    /// <summary>Reads the page for what is typed so far; a fresh form begins with what is known of the buyer.</summary>
    protected async Task LoadAsync()
    {
        View = await SendAsync(new CheckoutPage.Query(Actor, BasketCookie, Form.To, Form.Ways(), Form.Seen, HttpContext.RequestServices.GetRequiredService<ReaderPrices>().Chosen(HttpContext)));
        if (View.Known is { } known)
        {
            Form = new()
            {
                Name = known.Name,
                Phone = Shared.Show.Phone(known.Phone),
                Email = known.Email,
                Country = known.Address?.Country ?? Form.Country,
                Province = known.Address?.Province,
                Commune = known.Address?.Commune,
                Street = known.Address?.Street,
                Postcode = known.Address?.Postcode,
            };
        }

        Form.FormKey ??= View.FormKey;
    }
}
