using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>Where an order goes, as the post of its country wants it written.</summary>
internal static class PostalAddresses
{
    /// <summary>The line of its town.</summary>
    /// <param name="full">Whether a province of Vietnam is named in full.</param>
    public static string Town(this DeliveryAddress to, bool full = false) => Postal.Town(to.Country, to.Province, to.Commune, to.Postcode, full);

    /// <summary>All of it on one line.</summary>
    /// <param name="country">What its country is called; empty where that needn't be said.</param>
    /// <param name="full">Whether a province of Vietnam is named in full.</param>
    public static string Row(this DeliveryAddress to, string country, bool full = false) => PlaceNames.Row(to.Street, to.Town(full), country);
}
