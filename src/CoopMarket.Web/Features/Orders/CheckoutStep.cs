using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What the two addresses of the checkout share: the form, and the page around it.</summary>
internal abstract class CheckoutStep : BuyerPage
{
    [Microsoft.AspNetCore.Mvc.BindProperty]
    public CheckoutForm Form { get; set; } = new();

    public CheckoutPage.View View { get; private set; } = null!;

    protected TypedAtCheckout Kept => HttpContext.RequestServices.GetRequiredService<TypedAtCheckout>();

    /// <summary>Reads the page for what is typed so far; a fresh form begins with what she typed before, else with what is known of the buyer.</summary>
    protected async Task LoadAsync()
    {
        var before = Form.Seen is null ? Kept.Read(HttpContext, Actor) : null;
        Form = before ?? Form;
        AddressId? use = Guid.TryParse(Form.Use, out var id) ? AddressId.From(id) : null;
        var chosen = HttpContext.RequestServices.GetRequiredService<ReaderPrices>().Chosen(HttpContext);
        var likely = Form.Seen is null && before is null ? LikelyCountry.Of(Request, Languages.Current, chosen) : null;
        View = await SendAsync(new CheckoutPage.Query(Actor, BasketCookie, likely is null ? Form.To : null, Form.Ways(), Form.Seen, chosen, use, likely));
        if (View.Used is { } used)
        {
            // Fields show what was sent, as long as that is remembered.
            ModelState.Clear();
            Form.Adopt(used);
        }
        else if (before is null && View.Known is { } known)
        {
            Form = new()
            {
                Name = known.Name,
                Phone = Shared.Show.Phone(known.Phone),
                Email = known.Email,
                Country = known.Address?.Country ?? likely,
                Province = known.Address?.Province,
                Commune = known.Address?.Commune,
                Street = known.Address?.Street,
                Postcode = known.Address?.Postcode,
            };
        }
        else if (likely is not null)
        {
            Form.Country = likely;
        }

        Form.FormKey ??= View.FormKey;
    }
}
