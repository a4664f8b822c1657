using System.Text.Json;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Seed;

/// <summary>What the files in <c>Seed/Content</c> hold; every person and cooperative in them is invented.</summary>
internal sealed record DemoContent(
    IReadOnlyList<DemoCooperative> Cooperatives, DemoCategories Categories, IReadOnlyList<DemoProduct> Products, IReadOnlyList<DemoStory> Stories, DemoBuyers Buyers, DemoSaid Said)
{
    /// <summary>The folder of what is heard.</summary>
    public required string Sounds { get; init; }

    public static DemoContent Read(IHostEnvironment environment)
    {
        T File<T>(string name) => JsonSerializer.Deserialize<T>(
            System.IO.File.ReadAllText(Path.Combine(environment.ContentRootPath, "Seed", "Content", name + ".json")), Json.Options)!;

        return new(
            File<IReadOnlyList<DemoCooperative>>("cooperatives"), File<DemoCategories>("categories"), File<IReadOnlyList<DemoProduct>>("products"),
            File<IReadOnlyList<DemoStory>>("stories"), File<DemoBuyers>("buyers"), File<DemoSaid>("reviews"))
        {
            Sounds = Path.Combine(environment.ContentRootPath, "Seed", "Sounds"),
        };
    }
}

internal sealed record DemoCooperative(
    string Key, string State, SellerKind Kind, string Email, LocalizedText Name, LocalizedText ShortName, string TaxCode, string Representative, DemoPlace Commune,
    string Village, string Phone, DemoBank Bank, LocalizedText About, LocalizedText Line, DemoQuote Quote, LocalizedText Makes, IReadOnlyList<DemoMember> Members,
    IReadOnlyDictionary<string, TextOrigin>? Origins);

internal sealed record DemoPlace(string Code, string Name);

internal sealed record DemoBank(string Bin, string Account, string AccountName);

internal sealed record DemoQuote(string By, LocalizedText Text);

internal sealed record DemoMember(string Key, string Name, string GivenName, string Kind, LocalizedText Role, string? Email);

internal sealed record DemoCategories(IReadOnlyList<DemoCategory> Categories);

/// <param name="NotFood">Nobody eats or drinks what is in it.</param>
internal sealed record DemoCategory(string Key, string Slug, string? Parent, LocalizedText Name, IReadOnlyList<DemoAbroad>? Abroad, bool NotFood = false);

/// <summary>Where the cooperative is to be asked first; what can't go at all is among the rules that every market begins with.</summary>
internal sealed record DemoAbroad(IReadOnlyList<string> Places, LocalizedText Reason, DateOnly From);

/// <param name="State">Where it stands today; null: live.</param>
internal sealed record DemoProduct(
    string Key, string Cooperative, string? State, string Category, string Slug, LocalizedText Name, LocalizedText Line, LocalizedText Description, LocalizedText Use, string Maker,
    string Village, string CommuneCode, IReadOnlyDictionary<string, IReadOnlyList<string>> Tags, int? MadeToOrderDays, IReadOnlyList<DemoVariant> Variants,
    IReadOnlyList<DemoCertificate> Certificates, IReadOnlyList<int>? Season, IReadOnlyList<string> Pictures,
    IReadOnlyDictionary<string, TextOrigin>? Origins)
{
    public LocalizedText? Ingredients { get; init; }

    /// <summary>Null: its cooperative has not said.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }
}

internal sealed record DemoVariant(
    string Key, LocalizedText Name, string Kind, int? NetGrams, int? NetMilliliters, int? Pieces, long PriceDong, int? Stock, int ParcelGrams, int LengthMm, int WidthMm, int HeightMm)
{
    /// <summary>Of the numbers that GS1 sets aside for examples.</summary>
    public string? Gtin { get; init; }

    public NetKind Net => Kind switch { "weight" => NetKind.Mass, "volume" => NetKind.Volume, _ => NetKind.Piece };

    public int NetAmount => NetGrams ?? NetMilliliters ?? Pieces ?? 1;
}

internal sealed record DemoCertificate(string Kind, LocalizedText Name, int? Stars, string Number, LocalizedText Issuer, DateOnly Issued, DateOnly? Expires);

internal sealed record DemoStory(
    string Slug, string Cooperative, string? Maker, string Picture, IReadOnlyList<string> Products, int Minutes, LocalizedText Title, LocalizedText Lead, LocalizedText Body,
    IReadOnlyDictionary<string, TextOrigin>? Origins, DemoVoice? Voice);

/// <param name="File">Of <c>Seed/Sounds</c>: a tune that a machine hums, since nobody's voice may be made up.</param>
internal sealed record DemoVoice(string File, string Who, string Transcript, LocalizedText Translations, string Lines, DemoMotif? Motif);

/// <summary>Whose a motif is, and who may use it.</summary>
internal sealed record DemoMotif(string Whose, string MayUse);

internal sealed record DemoBuyers(IReadOnlyList<DemoBuyer> Buyers, IReadOnlyList<DemoNote> Notes);

internal sealed record DemoBuyer(
    string Key, string Name, string Phone, string? Email, string Language, string Country, string? ProvinceCode, string? ProvinceName, string? CommuneCode, string? Commune,
    string Line, string? City, string? Region, string? Postcode)
{
    /// <summary>She who has an account; the others buy as guests.</summary>
    public static DemoBuyer SignedIn { get; } = new(
        "tran-minh-anh", "Trần Minh Anh", "0900000301", "buyer@demo.test", "vi", Zones.HomeCountry, "01", "Hà Nội", null, "Cầu Giấy", "12 ngõ 81 Trần Thái Tông", null, null, null);
}

internal sealed record DemoNote(string Key, LocalizedText Text);

/// <summary>What buyers say of what they received and what cooperatives answer.</summary>
/// <param name="Thanks">By language: what a cooperative answers where nothing is to be put right.</param>
/// <param name="BesideThePoint">The words of the review that somebody reports at the end.</param>
internal sealed record DemoSaid(IReadOnlyList<DemoReview> Reviews, IReadOnlyDictionary<string, IReadOnlyList<string>> Thanks, string BesideThePoint);

/// <param name="Of">The keys of the categories whose goods it fits; null: of all.</param>
/// <param name="Words">Empty: stars alone.</param>
/// <param name="Answer">What the cooperative answers to just this; null where it thanks or says nothing.</param>
/// <param name="Translations">By language.</param>
internal sealed record DemoReview(int Stars, string Language, string Words, IReadOnlyList<string>? Of, string? Answer, IReadOnlyDictionary<string, string>? Translations)
{
    public bool Fits(string category) => Of?.Contains(category) != false;
}
