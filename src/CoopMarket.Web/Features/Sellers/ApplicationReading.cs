using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Turns what was typed on a screen into details.</summary>
internal static class ApplicationReading
{
    private const int Short = 80;
    private const int Long = 1_000;

    /// <summary>What can't be kept at all: strange characters, or far too much of it.</summary>
    public static IEnumerable<Flaw> Flaws(SaveApplication.Form typed)
        => from line in Lines(typed)
           let verdict = CleanText.Read(line.Text, line.Most, out _, line.Most == Long)
           where verdict is not (TextVerdict.Clean or TextVerdict.Empty)
           select verdict == TextVerdict.TooLong ? new Flaw(line.Path, "sellers.flaw.too-long", line.Most) : new Flaw(line.Path, "sellers.flaw.strange");

    /// <summary>The details as the screens show them.</summary>
    public static SaveApplication.Form Form(SellerDetails details) => new()
    {
        Kind = details.Kind,
        Name = details.Name,
        EnglishName = details.EnglishName,
        LegalName = details.LegalName,
        TaxCode = details.TaxCode,
        Representative = details.Representative,
        Province = details.Province,
        CommuneCode = details.CommuneCode,
        Commune = details.CommuneCode.Length == 0 ? details.Commune : "",
        Village = details.Village,
        Phone = Show.Phone(details.Phone),
        BankBin = details.BankBin,
        BankAccount = details.BankAccount,
        BankAccountName = details.BankAccountName,
        Makes = details.Makes,
        Agreed = details.RulesVersion.Length > 0,
    };

    /// <summary>The details with one screen's part taken from what was typed; nothing else of it counts.</summary>
    public static SellerDetails Read(SellerDetails details, ApplyStep step, SaveApplication.Form typed) => step switch
    {
        ApplyStep.Kind => details with { Kind = typed.Kind is { } kind && Enum.IsDefined(kind) ? kind : null },
        ApplyStep.Names => details with { Name = Text(typed.Name), EnglishName = Text(typed.EnglishName), LegalName = Text(typed.LegalName) },
        ApplyStep.TaxCode => details with { TaxCode = Digits(typed.TaxCode) },
        ApplyStep.Representative => details with { Representative = Text(typed.Representative) },
        ApplyStep.Place => Place(details, typed),
        ApplyStep.Phone => details with { Phone = Phones.Read(typed.Phone) ?? Text(typed.Phone) },
        ApplyStep.Bank => details with
        {
            BankBin = Text(typed.BankBin),
            BankAccount = Digits(typed.BankAccount),
            BankAccountName = Folding.Fold(Text(typed.BankAccountName)).ToUpperInvariant(),
        },
        ApplyStep.Makes => details with { Makes = Text(typed.Makes, Long) },
        ApplyStep.Consent => details with { RulesVersion = typed.Agreed ? PublicTexts.VersionOf("terms") : "" },
        _ => details,
    };

    // A commune typed under its old name is found under its present one.
    private static SellerDetails Place(SellerDetails details, SaveApplication.Form typed)
    {
        var province = Text(typed.Province);
        var here = details with { Province = province, Village = Text(typed.Village), CommuneCode = "", Commune = Text(typed.Commune) };
        if (province != Places.SonLa)
            return here;
        var commune = Places.FindCommune(Text(typed.CommuneCode)) ?? (Places.FindOld(here.Commune) is [var only] ? only : null);
        return commune is null ? here : here with { CommuneCode = commune.Code, Commune = commune.Name };
    }

    private static string Text(string? typed, int most = Short) => CleanText.Read(typed, most, out var clean, most == Long) == TextVerdict.Clean ? clean : "";

    private static string Digits(string? typed) => string.Concat(Text(typed).Where(c => c is not (' ' or '.' or '-')));

    private static IEnumerable<(string Path, string? Text, int Most)> Lines(SaveApplication.Form typed) =>
    [
        (nameof(typed.Name), typed.Name, Short),
        (nameof(typed.EnglishName), typed.EnglishName, Short),
        (nameof(typed.LegalName), typed.LegalName, Short),
        (nameof(typed.TaxCode), typed.TaxCode, Short),
        (nameof(typed.Representative), typed.Representative, Short),
        (nameof(typed.Province), typed.Province, Short),
        (nameof(typed.CommuneCode), typed.CommuneCode, Short),
        (nameof(typed.Commune), typed.Commune, Short),
        (nameof(typed.Village), typed.Village, Short),
        (nameof(typed.Phone), typed.Phone, Short),
        (nameof(typed.BankBin), typed.BankBin, Short),
        (nameof(typed.BankAccount), typed.BankAccount, Short),
        (nameof(typed.BankAccountName), typed.BankAccountName, Short),
        (nameof(typed.Makes), typed.Makes, Long),
    ];
}
