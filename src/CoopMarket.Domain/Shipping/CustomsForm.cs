namespace CoopMarket.Domain.Shipping;

/// <summary>The form that customs want on a parcel by post (Universal Postal Convention).</summary>
public enum CustomsForm
{
    /// <summary>The small green one: a packet of up to 2 kg whose contents are worth up to 300 special drawing rights.</summary>
    Cn22,

    /// <summary>The larger one, for everything else.</summary>
    Cn23,
}

/// <summary>Which form a parcel needs.</summary>
public static class CustomsForms
{
    /// <summary>The heaviest packet that goes with the small form.</summary>
    public const int MostGramsOfSmall = 2_000;

    /// <summary>Somewhat less than 300 special drawing rights were in 2026, so that nobody who keeps below it is sent away at the counter.</summary>
    public const long MostDongOfSmall = 10_000_000;

    /// <param name="grams">What is known of its weight.</param>
    /// <param name="dong">What its contents are worth, delivery not included.</param>
    public static CustomsForm For(long grams, long dong) => grams <= MostGramsOfSmall && dong <= MostDongOfSmall ? CustomsForm.Cn22 : CustomsForm.Cn23;
}
