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
    internal sealed class Form
    {
        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public string? NameFr { get; set; }

        public NetKind? Kind { get; set; } = NetKind.Mass;

        public string? Net { get; set; }

        public string? Price { get; set; }

        public string? Grams { get; set; }

        public string? Length { get; set; }

        public string? Width { get; set; }

        public string? Height { get; set; }

        /// <summary>The number below its bar code.</summary>
        public string? Gtin { get; set; }

        /// <summary>How many are there to be sold; asked for a new size only.</summary>
        public string? Stock { get; set; }
    }

    /// <param name="Variant">Null for a new size.</param>
    /// <param name="Stock">Pieces; of a new size what is noted as received, of another passed over. Nothing typed is none.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, VariantId? Variant, string? NameVi, string? NameEn, NetKind? Kind, string? Net, string? Price,
        string? Grams, string? Length, string? Width, string? Height, string? Stock) : ICommand<Outcome<VariantId>>, IForCooperative, ISerialized, IAbout
    {
        /// <summary>Null or empty: none in French.</summary>
        public string? NameFr { get; init; }

        /// <summary>As it was typed; null or empty: none.</summary>
        public string? Gtin { get; init; }

        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public static Command Of(Actor actor, CooperativeId cooperative, ProductId product, VariantId? variant, Form form) => new(
            actor, cooperative, product, variant, form.NameVi, form.NameEn, form.Kind, form.Net, form.Price, form.Grams, form.Length, form.Width, form.Height,
            form.Stock)
        {
            NameFr = form.NameFr,
            Gtin = form.Gtin,
        };
    }

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
            RuleFor(c => c.Length).IsCount(1, Variant.MostMm);
            RuleFor(c => c.Width).IsCount(1, Variant.MostMm);
            RuleFor(c => c.Height).IsCount(1, Variant.MostMm);
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
            var terms = new VariantTerms(
                Typed.Name(command.NameVi, command.NameEn, command.NameFr), command.Kind!.Value, Typed.Count(command.Net)!.Value, Typed.Dong(command.Price),
                new(Typed.Count(command.Grams)!.Value, Typed.Count(command.Length)!.Value, Typed.Count(command.Width)!.Value, Typed.Count(command.Height)!.Value), gtin);
            var stock = command.Variant is null ? Typed.Count(command.Stock) ?? 0 : 0;
            if (stock > 0 && await kept.IsKeptAsync(command.Product, cancellationToken))
                return new StockIsByLot();
            var outcome = await workbench.ChangeAsync(
                command.Cooperative, command.Product, command.Actor.Person,
                product => command.Variant is null ? product.AddSize(id, terms, stock) : product.ChangeSize(id, terms), cancellationToken);
            if (!outcome.IsDone)
                return outcome.Refusal!;
            if (stock > 0)
                db.Add(StockMove.Note(ids.New<StockMoveId>(), id, StockCause.Received, stock, "", command.Actor.Person, time.Now()));
            return id;
        }
    }
}
