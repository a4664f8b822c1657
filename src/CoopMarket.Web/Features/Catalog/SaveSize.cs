using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Adds a size of a product, or changes one.</summary>
internal static class SaveSize
{
    private const int FarOff = 4; // A season changes a price by half, a zero too many tenfold.

    internal sealed class Form
    {
        /// <summary>What the form was opened with, see <see cref="Opened"/>; of a new size none.</summary>
        public string? Seen { get; set; }

        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public string? NameFr { get; set; }

        public NetKind? Kind { get; set; } = NetKind.Mass;

        public string? Net { get; set; }

        public string? Price { get; set; }

        public string? Grams { get; set; }

        /// <summary>In centimeters, as the other two.</summary>
        public string? Length { get; set; }

        public string? Width { get; set; }

        public string? Height { get; set; }

        /// <summary>The number below its bar code.</summary>
        public string? Gtin { get; set; }

        /// <summary>How many are there to be sold; asked for a new size only.</summary>
        public string? Stock { get; set; }

        /// <summary>Whether she says that a price far from the one before is meant.</summary>
        public bool IsPriceMeant { get; set; }
    }

    /// <param name="Variant">Null for a new size.</param>
    /// <param name="Length">In centimeters with one decimal at most, as the other two; kept in millimeters.</param>
    /// <param name="Stock">Pieces; of a new size what is noted as received, of another passed over. Nothing typed is none.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, VariantId? Variant, string? NameVi, string? NameEn, NetKind? Kind, string? Net, string? Price,
        string? Grams, string? Length, string? Width, string? Height, string? Stock) : ICommand<Outcome<VariantId>>, IForCooperative, ISerialized, IAbout
    {
        /// <summary>What the form was opened with; null where there was none.</summary>
        public string? Seen { get; init; }

        /// <summary>Null or empty: none in French.</summary>
        public string? NameFr { get; init; }

        /// <summary>As it was typed; null or empty: none.</summary>
        public string? Gtin { get; init; }

        /// <summary>Whether a price far from the one before is meant.</summary>
        public bool IsPriceMeant { get; init; }

        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public static Command Of(Actor actor, CooperativeId cooperative, ProductId product, VariantId? variant, Form form) => new(
            actor, cooperative, product, variant, form.NameVi, form.NameEn, form.Kind, form.Net, form.Price, form.Grams, form.Length, form.Width, form.Height,
            form.Stock)
        {
            NameFr = form.NameFr,
            Gtin = form.Gtin,
            Seen = form.Seen,
            IsPriceMeant = form.IsPriceMeant,
        };

        /// <summary>What is said of the size, once the validator has let it pass.</summary>
        public VariantTerms Terms => new(
            Typed.Name(NameVi, NameEn, NameFr), Kind!.Value, Typed.Count(Net)!.Value, Typed.Dong(Price),
            Parcel!, Typed.Gtin(Gtin));

        /// <summary>What the box weighs and measures; null where some of it can't be read.</summary>
        public ParcelSize? Parcel => Typed.Count(Grams) is { } grams && Typed.Millimeters(Length) is { } length && Typed.Millimeters(Width) is { } width && Typed.Millimeters(Height) is { } height
            ? new(grams, length, width, height)
            : null;
    }

    /// <summary>What this page shows of a size is known by this.</summary>
    public static string Print(VariantTerms size) => TextPrint.Of(
        [.. size.Name.All.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key}{n.Value}"), $"{size.Kind} {size.NetAmount} {size.Price.Minor} {size.Parcel} {size.Gtin}"]);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            // In the order of the form, for so the summary lists them.
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.size-name");
            RuleFor(c => c.Price).IsDong(Variant.LeastPrice, Variant.MostPrice);
            RuleFor(c => c.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithMessage("catalog.flaw.kind");
            RuleFor(c => c.Net).IsCount(1, Variant.MostNet);
            When(c => c.Variant is null, () => RuleFor(c => c.Stock).IsCount(0, Variant.MostOnHand, required: false));
            RuleFor(c => c.Grams).IsCount(1, Variant.MostGrams);
            RuleFor(c => c.Length).IsCentimeters();
            RuleFor(c => c.Width).IsCentimeters();
            RuleFor(c => c.Height).IsCentimeters();
            RuleFor(c => c.Height).Must((c, _) => c.Parcel is not { IsHeavierThanStone: true }).WithMessage("catalog.flaw.parcel-small")
                .Must((c, _) => c.Parcel is not { IsLighterThanAir: true }).WithMessage("catalog.flaw.parcel-large");
            RuleFor(c => c.Gtin).IsGtin();
            RuleFor(c => c.NameEn).IsText();
            RuleFor(c => c.NameFr).IsText();
        }
    }

    internal sealed class Handler(MarketDb db, Workbench workbench, KeptProducts kept, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<VariantId>>
    {
        public async Task<Outcome<VariantId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var id = command.Variant ?? ids.New<VariantId>();
            var gtin = Typed.Gtin(command.Gtin);
            if (gtin is not null && await db.Set<Variant>().AnyAsync(v => v.Gtin == gtin && v.Id != id, cancellationToken))
                return new GtinTaken(Gtin.Printed(gtin));
            var terms = command.Terms;
            var stock = command.Variant is null ? Typed.Count(command.Stock) ?? 0 : 0;
            if (stock > 0 && await kept.IsKeptAsync(command.Product, cancellationToken))
                return new StockIsByLot();
            var outcome = await workbench.ChangeAsync(
                command.Cooperative, command.Product, command.Actor.Person,
                product => command.Variant is null ? product.AddSize(id, terms, stock) : Overtaken(product) ?? Jumps(product) ?? product.ChangeSize(id, terms), cancellationToken);
            if (!outcome.IsDone)
                return outcome.Refusal!;
            if (stock > 0)
                db.Add(StockMove.Note(ids.New<StockMoveId>(), id, StockCause.Received, stock, "", command.Actor.Person, time.Now()));
            return id;

            Refusal? Jumps(Product product) => !command.IsPriceMeant && product.State == ProductState.Live && product.Variants.FirstOrDefault(v => v.Id == id)?.Price is { Minor: var before }
                && (terms.Price.Minor >= FarOff * before || before >= FarOff * terms.Price.Minor) ? new PriceJumps(before, terms.Price.Minor) : null;

            Refusal? Overtaken(Product product) => product.Variants.FirstOrDefault(v => v.Id == id) is { } size ? new Opened(command.Seen, Print(terms)).Compare(Print(size.Terms)) : null;
        }
    }
}
