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
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public static Command Of(Actor actor, CooperativeId cooperative, ProductId product, Form form) => new(
            actor, cooperative, product, form.NameVi, form.NameEn, form.Category, form.LineVi, form.LineEn, form.DescriptionVi, form.DescriptionEn,
            form.UseVi, form.UseEn, form.OtherNamesVi, form.OtherNamesEn);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.name");
            RuleFor(c => c.NameEn).IsText();
            RuleFor(c => c.LineVi).IsText(Typed.Sentence);
            RuleFor(c => c.LineEn).IsText(Typed.Sentence);
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
                cancellationToken);
            if (outcome.IsDone && product.Name.Vi != before)
                await addresses.MoveAsync(product, cancellationToken);
            return outcome;
        }
    }
}
