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
        /// <summary>What the form was opened with, see <see cref="Opened"/>.</summary>
        public string? Seen { get; set; }

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
        /// <summary>What the form was opened with; null where there was none.</summary>
        public string? Seen { get; init; }

        /// <summary>What is typed, as it is kept.</summary>
        public ProductWords Words => new(
            Typed.Text(Name), Typed.Text(Line, Typed.Sentence), Typed.Text(Description, Typed.Long), Typed.Text(Use, Typed.Long), Typed.Text(OtherNames, Typed.Sentence), Typed.Text(Ingredients, Typed.Reason));

        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    /// <summary>What this page shows of a product is known by this.</summary>
    public static string Print(ProductTelling told, string language)
    {
        return Print(new(In(told.Texts.Name), In(told.Texts.Line), In(told.Texts.Description), In(told.Texts.Use), In(told.Texts.OtherNames), In(told.Texts.Ingredients)), told.Origins[language]);

        string In(LocalizedText text) => text.All.GetValueOrDefault(language) ?? "";
    }

    private static string Print(ProductWords words, TextOrigin origin)
        => TextPrint.Of([words.Name, words.Line, words.Description, words.Use, words.OtherNames, words.Ingredients, origin.ToString()]);

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
            told => told.Translate(command.Language, command.Words, command.Origin!.Value),
            cancellationToken,
            unless: (_, told) => new Opened(command.Seen, Print(command.Words, command.Origin!.Value)).Compare(Print(told, command.Language)));
    }
}
