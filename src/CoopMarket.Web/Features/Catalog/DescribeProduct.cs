using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Says what a product is.</summary>
internal static class DescribeProduct
{
    internal sealed class Form
    {
        /// <summary>What the form was opened with, see <see cref="Opened"/>.</summary>
        public string? Seen { get; set; }

        public string? NameVi { get; set; }

        public string? NameEn { get; set; }

        public CategoryId? Category { get; set; }

        public string? LineVi { get; set; }

        public string? LineEn { get; set; }

        public string? DescriptionVi { get; set; }

        public string? DescriptionEn { get; set; }

        public string? UseVi { get; set; }

        public string? UseEn { get; set; }

        public string? OtherNamesVi { get; set; }

        public string? OtherNamesEn { get; set; }
    }

    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, string? NameVi, string? NameEn, CategoryId? Category, string? LineVi, string? LineEn,
        string? DescriptionVi, string? DescriptionEn, string? UseVi, string? UseEn, string? OtherNamesVi, string? OtherNamesEn)
        : ICommand, IForCooperative, IAbout
    {
        /// <summary>What the form was opened with; null where there was none.</summary>
        public string? Seen { get; init; }

        /// <summary>What is typed is known by this, once it is kept.</summary>
        public string Wanted => TextPrint.Of([
            Typed.Text(NameVi), Typed.Text(NameEn), Category?.ToString(), Typed.Text(LineVi, Typed.Sentence), Typed.Text(LineEn, Typed.Sentence), Typed.Text(DescriptionVi, Typed.Long),
            Typed.Text(DescriptionEn, Typed.Long), Typed.Text(UseVi, Typed.Long), Typed.Text(UseEn, Typed.Long), Typed.Text(OtherNamesVi, Typed.Sentence), Typed.Text(OtherNamesEn, Typed.Sentence)]);

        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public static Command Of(Actor actor, CooperativeId cooperative, ProductId product, Form form) => new(
            actor, cooperative, product, form.NameVi, form.NameEn, form.Category, form.LineVi, form.LineEn, form.DescriptionVi, form.DescriptionEn,
            form.UseVi, form.UseEn, form.OtherNamesVi, form.OtherNamesEn)
        {
            Seen = form.Seen,
        };
    }

    /// <summary>What this page shows of a product is known by this.</summary>
    public static string Print(ProductTelling told) => TextPrint.Of([
        told.Texts.Name.Vi, English(told.Texts.Name), told.Category?.ToString(), told.Texts.Line.Vi, English(told.Texts.Line), told.Texts.Description.Vi, English(told.Texts.Description),
        told.Texts.Use.Vi, English(told.Texts.Use), told.Texts.OtherNames.Vi, English(told.Texts.OtherNames)]);

    private static string? English(LocalizedText text) => text.All.GetValueOrDefault("en");

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.name");
            RuleFor(c => c.NameEn).IsText();
            RuleFor(c => c.LineVi).IsLine();
            RuleFor(c => c.LineEn).IsLine();
            RuleFor(c => c.DescriptionVi).IsText(Typed.Long);
            RuleFor(c => c.DescriptionEn).IsText(Typed.Long);
            RuleFor(c => c.UseVi).IsText(Typed.Long);
            RuleFor(c => c.UseEn).IsText(Typed.Long);
            RuleFor(c => c.OtherNamesVi).IsText(Typed.Sentence);
            RuleFor(c => c.OtherNamesEn).IsText(Typed.Sentence);
        }
    }

    internal sealed class Handler(Workbench workbench, Shelves shelves, Addresses addresses) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await shelves.FlawAsync(command.Category, cancellationToken) is { } flaw)
                return Outcome.Invalid([flaw]);
            if (await workbench.FindAsync(command.Cooperative, command.Product, cancellationToken) is not { } product)
                return new NotFound();
            if (LongLine(command, product.Telling.Texts.Line) is { } path)
                return Outcome.Invalid([new(path, "catalog.flaw.line", Typed.Line)]);
            var before = product.Name.Vi;
            var outcome = await workbench.TellAsync(
                command.Cooperative, command.Product, command.Actor.Person,
                told => told.Describe(
                    told.Texts with
                    {
                        Name = told.Texts.Name.Anew(Typed.Texts(command.NameVi, command.NameEn)),
                        Line = told.Texts.Line.Anew(Typed.Texts(command.LineVi, command.LineEn, Typed.Sentence)),
                        Description = told.Texts.Description.Anew(Typed.Texts(command.DescriptionVi, command.DescriptionEn, Typed.Long)),
                        Use = told.Texts.Use.Anew(Typed.Texts(command.UseVi, command.UseEn, Typed.Long)),
                        OtherNames = told.Texts.OtherNames.Anew(Typed.Texts(command.OtherNamesVi, command.OtherNamesEn, Typed.Sentence)),
                    },
                    command.Category),
                cancellationToken,
                unless: (_, told) => new Opened(command.Seen, command.Wanted).Compare(Print(told)));
            if (outcome.IsDone && product.Name.Vi != before)
                await addresses.MoveAsync(product, cancellationToken);
            return outcome;
        }

        // Longer ones that were written before there was a limit stay until they are written anew.
        private static string? LongLine(Command command, LocalizedText kept) => IsLong(command.LineVi, kept.Vi) ? nameof(command.LineVi) : IsLong(command.LineEn, English(kept)) ? nameof(command.LineEn) : null;

        private static bool IsLong(string? typed, string? kept) => Typed.Text(typed, Typed.Sentence) is { Length: > Typed.Line } line && line != kept;
    }
}
