using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Who gets an order and where, as a buyer types it: at the checkout, and where she puts it right.</summary>
internal class AddressForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>At home a province's code, abroad the state or region in words.</summary>
    public string? Province { get; set; }

    public string? Commune { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    /// <summary>As it stands.</summary>
    public static AddressForm Of(Recipient to, DeliveryAddress address) => new()
    {
        Name = to.Name,
        Phone = Show.Phone(to.Phone),
        Province = address.Province,
        Commune = address.Commune,
        Street = address.Street,
        Postcode = address.Postcode,
    };
}

/// <summary>The lines of an address, to be typed. The country says in which order, and what they are called.</summary>
/// <param name="Form">What stands in them.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Province">At home the province's code; null or empty while it is not chosen.</param>
internal sealed record AddressLines(AddressForm Form, string Country, string? Province)
{
    public bool IsHome => Country == Zones.HomeCountry;

    /// <summary>Whether the communes are offered: of Son La they are known.</summary>
    public bool OffersCommunes => IsHome && Province == Places.SonLa;
}

/// <summary>What came with a command that says where to.</summary>
internal interface IAddressed
{
    string Name { get; }

    string Phone { get; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    string Country { get; }

    string Commune { get; }

    string Street { get; }

    string Postcode { get; }
}

/// <summary>What the lines of an address must be.</summary>
internal static class AddressRules
{
    /// <summary>All but the province, which is asked for at the checkout only.</summary>
    /// <param name="order">The command's validator.</param>
    /// <param name="needsPhone">Whether there is no other way to reach the buyer; at home the carrier needs one anyway.</param>
    public static void Check<T>(AbstractValidator<T> order, Func<T, bool> needsPhone)
        where T : IAddressed
    {
        order.RuleFor(c => c.Name).Must(t => Typed.IsText(t, Typed.MostName)).WithMessage("orders.form.name").WithState(_ => Typed.Most(Typed.MostName));
        order.RuleFor(c => c.Phone).Must((c, t) => Phones.Read(t, c.Country) is not null).When(c => c.Phone.Length > 0 || c.Country == Zones.HomeCountry || needsPhone(c)).WithMessage("orders.form.phone");
        order.RuleFor(c => c.Commune).Must(t => Typed.IsText(t, Typed.MostPlace)).WithMessage("orders.form.commune").WithState(_ => Typed.Most(Typed.MostPlace));
        order.RuleFor(c => c.Street).Must(t => Typed.IsText(t, Typed.MostStreet)).WithMessage("orders.form.street").WithState(_ => Typed.Most(Typed.MostStreet));
        order.RuleFor(c => c.Postcode).IsPostcode(c => c.Country);
    }
}
