using System.Globalization;
using System.Text.Json.Serialization;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What is typed and chosen at checkout.</summary>
internal sealed class CheckoutForm : AddressForm
{
    public string? Email { get; set; }

    public string? Country { get; set; } = Zones.HomeCountry;

    public string? Note { get; set; }

    /// <summary>As many as are left of a thing, taken here: see <see cref="Pieces.OfButton"/>.</summary>
    [JsonIgnore]
    public string? Take { get; set; }

    /// <summary>Whom a VAT invoice is to be made out to; nothing typed, no invoice.</summary>
    public string? InvoiceName { get; set; }

    public string? InvoiceTaxCode { get; set; }

    public string? InvoiceAddress { get; set; }

    public string? InvoiceEmail { get; set; }

    /// <summary>Whether anything of an invoice is typed.</summary>
    [JsonIgnore]
    public bool WantsInvoice => new[] { InvoiceName, InvoiceTaxCode, InvoiceAddress, InvoiceEmail }.Any(t => !string.IsNullOrWhiteSpace(t));

    public string? Way { get; set; }

    /// <summary>The country for which the ways to pay were shown: in another, others come first, and what stood chosen was hardly her choice.</summary>
    public string? WaysFor { get; set; }

    /// <summary>The way for each cooperative, by its id.</summary>
    public Dictionary<string, string> Delivery { get; set; } = [];

    /// <summary>A thing that can't be sent, taken out of the basket here; the variant's id.</summary>
    [JsonIgnore]
    public string? Remove { get; set; }

    /// <summary>The address of her book that is to be used.</summary>
    [JsonIgnore]
    public string? Use { get; set; }

    /// <summary>Whether she goes back to her basket.</summary>
    [JsonIgnore]
    public string? Leave { get; set; }

    /// <summary>The form's own key: one form makes one order.</summary>
    [JsonIgnore]
    public string? FormKey { get; set; }

    /// <summary>What the page showed.</summary>
    [JsonIgnore]
    public string? Seen { get; set; }

    /// <summary>In which currency the page said that a card is charged; empty in đồng.</summary>
    [JsonIgnore]
    public string? Currency { get; set; }

    /// <summary>How much the page said that is, in its smallest unit.</summary>
    [JsonIgnore]
    public string? Charge { get; set; }

    [JsonIgnore]
    public bool IsHome => Country is null or Zones.HomeCountry;

    /// <summary>Where to; null while the form doesn't say.</summary>
    [JsonIgnore]
    public Destination? To => new Destination(Country ?? "", Province ?? "") is { IsKnown: true } to ? to : null;

    /// <summary>What she changes in her basket here: nothing or fewer of a thing; null where nothing is changed.</summary>
    public Wanted? Changed() => Guid.TryParse(Remove, out var id) ? new(VariantId.From(id), 0) : Pieces.OfButton(Take);

    /// <summary>The ways chosen; what is no way or no cooperative is left out.</summary>
    public IReadOnlyDictionary<CooperativeId, DeliveryWay> Ways() => Delivery
        .Where(d => Guid.TryParseExact(d.Key, "D", out _) && IsOne<DeliveryWay>(d.Value))
        .DistinctBy(d => Guid.Parse(d.Key))
        .ToDictionary(d => CooperativeId.From(Guid.Parse(d.Key)), d => Enum.Parse<DeliveryWay>(d.Value));

    /// <summary>What says whom to reach and where to send, nothing else.</summary>
    public CheckoutForm AddressOnly() => new()
    {
        Name = Name,
        Phone = Phone,
        Email = Email,
        Country = Country,
        Province = Province,
        Commune = Commune,
        Street = Street,
        Postcode = Postcode,
    };

    /// <summary>Puts an address of her book in the place of what is typed.</summary>
    public void Adopt(KeptAddress kept)
    {
        (Name, Phone) = (kept.Name, Show.Phone(kept.Phone));
        (Country, Province, Commune, Street, Postcode) = (kept.Country, kept.Province, kept.Commune, kept.Street, kept.Postcode);
    }

    public PlaceOrder.Command ToCommand(Actor actor, string? key) => new(
        actor, key, FormKey ?? "", Seen ?? "", Name ?? "", Phone ?? "", Email ?? "", Country ?? "", Province ?? "", Commune ?? "", Street ?? "",
        Postcode ?? "", Note ?? "", IsOne<PaymentWay>(Way) ? Enum.Parse<PaymentWay>(Way!) : null, Ways(), Languages.Current, Shown())
    {
        InvoiceName = InvoiceName ?? "",
        InvoiceTaxCode = InvoiceTaxCode ?? "",
        InvoiceAddress = InvoiceAddress ?? "",
        InvoiceEmail = InvoiceEmail ?? "",
    };

    private Money? Shown() => Currencies.Find(Currency) is { } currency
        ? new(long.TryParse(Charge, NumberStyles.None, CultureInfo.InvariantCulture, out var charge) ? charge : 0, currency)
        : null;

    private static bool IsOne<TEnum>(string? text)
        where TEnum : struct, Enum
        => Enum.GetNames<TEnum>().Contains(text, StringComparer.Ordinal);
}
