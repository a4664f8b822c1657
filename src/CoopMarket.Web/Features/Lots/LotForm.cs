using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using FluentValidation;

namespace CoopMarket.Web.Features.Lots;

/// <summary>What is typed of a lot, new or known.</summary>
internal sealed record LotForm
{
    /// <summary>Empty: the market gives one.</summary>
    public string? Number { get; set; }

    public DateOnly? MadeOn { get; set; }

    public DateOnly? BestBefore { get; set; }

    public string? Village { get; set; }

    public string? CommuneCode { get; set; }

    public MakerId? Maker { get; set; }

    public string? MadeBy { get; set; }

    public string? Amount { get; set; }

    public string? Notes { get; set; }

    /// <summary>The numbers of the certificates that apply.</summary>
    public List<string> Papers { get; set; } = [];

    /// <summary>A known lot, to be written anew.</summary>
    public static LotForm Of(Lot lot) => new()
    {
        Number = lot.Number,
        MadeOn = lot.MadeOn,
        BestBefore = lot.BestBefore,
        Village = lot.Village,
        CommuneCode = lot.CommuneCode,
        Maker = lot.Maker,
        MadeBy = lot.MadeBy,
        Amount = lot.Amount,
        Notes = lot.Notes,
        Papers = [.. lot.Papers.Select(p => p.Number)],
    };

    /// <summary>As it is kept; checked before.</summary>
    /// <param name="known">The certificates of the product, and those that the lot has.</param>
    public LotFacts Facts(string number, IEnumerable<LotPaper> known) => new(
        number, MadeOn!.Value, BestBefore, Typed.Text(Village), CommuneCode ?? "", Maker, Typed.Text(MadeBy), Typed.Text(Amount), Typed.Text(Notes, Lot.MostNotes),
        [.. known.DistinctBy(p => p.Number).Where(p => Papers.Contains(p.Number))]);
}

/// <summary>What writes a lot down or anew.</summary>
internal interface ILotWriting
{
    LotForm Typed { get; }
}

/// <summary>What is asked of a lot's form.</summary>
internal abstract class LotValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : ILotWriting
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    protected LotValidator(TimeProvider time)
    {
        RuleFor(c => c.Typed.Number).IsTextOrNone(Lot.MostNumber).OverridePropertyName(nameof(LotForm.Number));
        RuleFor(c => c.Typed.MadeOn).Must(d => d >= Earliest && d <= VietnamDay.Of(time.Now())).OverridePropertyName(nameof(LotForm.MadeOn)).WithMessage("lots.flaw.made-on");
        RuleFor(c => c.Typed.BestBefore).Must((c, d) => d is null || (d >= c.Typed.MadeOn && d <= Latest)).OverridePropertyName(nameof(LotForm.BestBefore)).WithMessage("lots.flaw.best-before");
        RuleFor(c => c.Typed.CommuneCode).Must(c => string.IsNullOrEmpty(c) || Places.FindCommune(c) is not null).OverridePropertyName(nameof(LotForm.CommuneCode)).WithMessage("lots.flaw.commune");
        RuleFor(c => c.Typed.Village).IsTextOrNone().OverridePropertyName(nameof(LotForm.Village));
        RuleFor(c => c.Typed.MadeBy).IsTextOrNone().OverridePropertyName(nameof(LotForm.MadeBy));
        RuleFor(c => c.Typed.Amount).IsTextOrNone().OverridePropertyName(nameof(LotForm.Amount));
        RuleFor(c => c.Typed.Notes).IsTextOrNone(Lot.MostNotes).OverridePropertyName(nameof(LotForm.Notes));
    }
}

/// <summary>The certificates that a lot may have.</summary>
internal static class LotPapers
{
    public static IEnumerable<LotPaper> Of(ProductSheet product) => product.Papers.Select(p => new LotPaper(p.Name, p.Number));
}
