using System.Globalization;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What is typed and chosen at checkout.</summary>
internal sealed class CheckoutForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Country { get; set; } = Zones.HomeCountry;

    public string? Province { get; set; }

    public string? Commune { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    public string? Note { get; set; }

    /// <summary>As many as are left of a thing, taken here: see <see cref="Pieces.OfButton"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Take { get; set; }

    /// <summary>Whom a VAT invoice is to be made out to; nothing typed, no invoice.</summary>
    public string? InvoiceName { get; set; }

    public string? InvoiceTaxCode { get; set; }

    public string? InvoiceAddress { get; set; }

    public string? InvoiceEmail { get; set; }

    /// <summary>Whether anything of an invoice is typed.</summary>
    public bool WantsInvoice => new[] { InvoiceName, InvoiceTaxCode, InvoiceAddress, InvoiceEmail }.Any(t => !string.IsNullOrWhiteSpace(t));

    public string? Way { get; set; }

    /// <summary>The country for which the ways to pay were shown: in another, others come first, and what stood chosen was hardly her choice.</summary>
    public string? WaysFor { get; set; }

    /// <summary>The way for each cooperative, by its id.</summary>
    public Dictionary<string, string> Delivery { get; set; } = [];

    /// <summary>A thing that can't be sent, taken out of the basket here; the variant's id.</summary>
    public string? Remove { get; set; }

    /// <summary>The form's own key: one form makes one order.</summary>
    public string? FormKey { get; set; }

    /// <summary>What the page showed.</summary>
    public string? Seen { get; set; }

    /// <summary>In which currency the page said that a card is charged; empty in đồng.</summary>
    public string? Currency { get; set; }

    /// <summary>How much the page said that is, in its smallest unit.</summary>
    public string? Charge { get; set; }

    public bool IsHome => Country is null or Zones.HomeCountry;

    /// <summary>Where to; null while the form doesn't say.</summary>
    public Destination? To => new Destination(Country ?? "", Province ?? "") is { IsKnown: true } to ? to : null;

    /// <summary>What she changes in her basket here: nothing or fewer of a thing; null where nothing is changed.</summary>
    public Wanted? Changed() => Guid.TryParse(Remove, out var id) ? new(VariantId.From(id), 0) : Pieces.OfButton(Take);

    /// <summary>The ways chosen; what is no way or no cooperative is left out.</summary>
    public IReadOnlyDictionary<CooperativeId, DeliveryWay> Ways() => Delivery
        .Where(d => Guid.TryParseExact(d.Key, "D", out _) && IsOne<DeliveryWay>(d.Value))
        .DistinctBy(d => Guid.Parse(d.Key))
        .ToDictionary(d => CooperativeId.From(Guid.Parse(d.Key)), d => Enum.Parse<DeliveryWay>(d.Value));

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
