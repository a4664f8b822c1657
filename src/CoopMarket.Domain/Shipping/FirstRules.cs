using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Shipping;

/// <summary>The delivery rules that a market begins with; admins add later ones. Prices and days are estimates by a carrier's usual lists.</summary>
public static class FirstRules
{
    private static readonly long[] UpToGrams = [500, 1_000, 2_000, 5_000, 10_000, 20_000];

    private static readonly (Zone Zone, int DaysMin, int DaysMax, long[] Dong)[] Prices =
    [
        (Zone.SameProvince, 1, 2, [18_000, 20_000, 25_000, 38_000, 60_000, 105_000]),
        (Zone.Vietnam, 2, 4, [28_000, 32_000, 38_000, 58_000, 95_000, 170_000]),
        (Zone.SoutheastAsia, 5, 9, [320_000, 450_000, 640_000, 1_250_000, 2_200_000, 3_900_000]),
        (Zone.EastAsia, 5, 9, [350_000, 490_000, 700_000, 1_380_000, 2_500_000, 4_500_000]),
        (Zone.Europe, 8, 14, [480_000, 650_000, 930_000, 1_950_000, 3_600_000, 6_600_000]),
        (Zone.NorthAmerica, 8, 14, [520_000, 720_000, 1_050_000, 2_200_000, 4_100_000, 7_500_000]),
        (Zone.Oceania, 8, 14, [500_000, 690_000, 990_000, 2_050_000, 3_800_000, 7_000_000]),
        (Zone.RestOfWorld, 10, 20, [560_000, 780_000, 1_150_000, 2_400_000, 4_400_000, 8_000_000]),
    ];

    private static readonly LocalizedText NoHoneyInTheUnion = new(
        "Liên minh châu Âu chỉ nhận mật ong từ cơ sở có tên trong danh sách của họ.",
        "The European Union takes honey only from establishments on its own list.",
        "L’Union européenne n’accepte que le miel d’établissements inscrits sur sa propre liste.");

    private static readonly LocalizedText NoHoneyInBritain = new(
        "Vương quốc Anh đòi giấy thú y cho mật ong; hợp tác xã chưa có.",
        "The United Kingdom asks for a veterinary certificate for honey that the cooperative does not have.",
        "Le Royaume-Uni demande pour le miel un certificat vétérinaire que la coopérative n’a pas.");

    private static readonly LocalizedText NoHoneyDownUnder = new(
        "Úc và New Zealand giữ lại mật ong gửi theo bưu kiện.",
        "Australia and New Zealand stop honey sent by parcel.",
        "L’Australie et la Nouvelle-Zélande arrêtent le miel envoyé par colis.");

    private static readonly LocalizedText NoHoneyUnregistered = new(
        "Nước này cần đăng ký trước cho mật ong, bưu kiện lẻ chưa làm được.",
        "This country needs honey registered beforehand, which we cannot do for single parcels yet.",
        "Dans ce pays, le miel doit être enregistré à l’avance, ce que nous ne pouvons pas encore faire pour un seul colis.");

    /// <summary>When they begin: before any order.</summary>
    public static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The market's price list.</summary>
    public static IReadOnlyList<DeliveryRate> Rates { get; } =
        [.. Prices.SelectMany(p => p.Dong.Select((dong, i) => new DeliveryRate(p.Zone, UpToGrams[i], dong, p.DaysMin, p.DaysMax)))];

    /// <summary>What can't go where, by the address of a category.</summary>
    public static IReadOnlyList<(string Category, string Place, LocalizedText Reason)> Blocks { get; } =
    [
        ("toi-cu", DeliveryBlock.Abroad, new(
            "Tỏi củ có thể nảy mầm nên nước ngoài coi là cây sống, bưu kiện không được nhận.",
            "A garlic bulb can still sprout, so other countries treat it as a live plant and refuse it in parcels.",
            "Une tête d’ail peut encore germer : les autres pays la traitent comme une plante vivante et la refusent dans les colis.")),
        ("trai-cay-tuoi", DeliveryBlock.Abroad, new(
            "Hàng tươi chỉ gửi trong nước: ra nước ngoài cần giấy kiểm dịch thực vật mà hợp tác xã chưa có.",
            "Fresh produce travels within Vietnam only: abroad it needs a plant-health certificate that the cooperative does not have yet.",
            "Les produits frais ne voyagent qu’au Vietnam : à l’étranger, il faut un certificat phytosanitaire que la coopérative n’a pas encore.")),
        .. Honey("mat-ong"),
        .. Honey("ngam-mat-ong"),
    ];

    private static IEnumerable<(string Category, string Place, LocalizedText Reason)> Honey(string category) =>
    [
        (category, DeliveryBlock.EuropeanUnion, NoHoneyInTheUnion),
        (category, "GB", NoHoneyInBritain),
        (category, "AU", NoHoneyDownUnder),
        (category, "NZ", NoHoneyDownUnder),
        (category, "US", NoHoneyUnregistered),
        (category, "CN", NoHoneyUnregistered),
    ];
}
