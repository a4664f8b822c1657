using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Says what a product is in another language, and how that text came to be.</summary>
internal static class TranslateProduct
{
    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? Line { get; set; }

        public string? Description { get; set; }

        public string? Use { get; set; }

        public string? OtherNames { get; set; }

        public string? Ingredients { get; set; }

        public TextOrigin? Origin { get; set; }
    }

    /// <param name="Actor">Who writes.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Product">Which product.</param>
    /// <param name="Language">One of <see cref="Hosting.Languages.Others"/>.</param>
    /// <param name="Name">Empty, like the others: none in that language.</param>
    /// <param name="Line">One line of its story.</param>
    /// <param name="Description">In light Markdown.</param>
    /// <param name="Use">How it is used and kept.</param>
    /// <param name="OtherNames">Set apart by commas.</param>
    /// <param name="Ingredients">What is in it.</param>
    /// <param name="Origin">How these texts came to be.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, string Language, string? Name, string? Line, string? Description, string? Use, string? OtherNames,
        string? Ingredients, TextOrigin? Origin)
        : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Language).IsOtherLanguage();
            RuleFor(c => c.Origin).IsOrigin();
            RuleFor(c => c.Name).IsText();
            RuleFor(c => c.Line).IsText(Typed.Sentence);
            RuleFor(c => c.Description).IsText(Typed.Long);
            RuleFor(c => c.Use).IsText(Typed.Long);
            RuleFor(c => c.OtherNames).IsText(Typed.Sentence);
            RuleFor(c => c.Ingredients).IsText(Typed.Reason);
        }
    }

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => workbench.TellAsync(
            command.Cooperative, command.Product, command.Actor.Person,
            told => told.Translate(
                command.Language,
                new ProductWords(
                    Typed.Text(command.Name), Typed.Text(command.Line, Typed.Sentence), Typed.Text(command.Description, Typed.Long), Typed.Text(command.Use, Typed.Long),
                    Typed.Text(command.OtherNames, Typed.Sentence), Typed.Text(command.Ingredients, Typed.Reason)),
                command.Origin!.Value),
            cancellationToken);
    }
}
