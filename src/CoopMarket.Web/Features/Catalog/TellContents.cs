using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Says what is in a product: its ingredients, and which of them many people do not bear (Regulation (EU) 1169/2011, articles 9 and 14).</summary>
internal static class TellContents
{
    internal sealed class Form
    {
        /// <summary>What the form was opened with, see <see cref="Opened"/>.</summary>
        public string? Seen { get; set; }

        public string? IngredientsVi { get; set; }

        public string? IngredientsEn { get; set; }

        public List<Allergen> Allergens { get; set; } = [];

        /// <summary>That none of them is in it: other than to have ticked nothing.</summary>
        public bool NoAllergens { get; set; }
    }

    /// <param name="Allergens">None, and not <paramref name="NoAllergens"/> either: unsaid.</param>
    internal sealed record Command(
        Actor Actor, CooperativeId Cooperative, ProductId Product, string? IngredientsVi, string? IngredientsEn, IReadOnlyList<Allergen> Allergens, bool NoAllergens)
        : ICommand, IForCooperative, IAbout
    {
        /// <summary>What the form was opened with; null where there was none.</summary>
        public string? Seen { get; init; }

        /// <summary>None ticked, and not <see cref="NoAllergens"/> either: null.</summary>
        public IReadOnlyList<Allergen>? Told => Said(Allergens, NoAllergens);

        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();

        public static Command Of(Actor actor, CooperativeId cooperative, ProductId product, Form form)
            => new(actor, cooperative, product, form.IngredientsVi, form.IngredientsEn, form.Allergens, form.NoAllergens) { Seen = form.Seen };
    }

    /// <summary>What ticks say of allergens: which, or that there are none; null where nothing is said.</summary>
    public static IReadOnlyList<Allergen>? Said(IReadOnlyList<Allergen> ticked, bool none) => ticked.Count > 0 ? ticked : none ? [] : null;

    /// <summary>What this page shows of a product is known by this.</summary>
    public static string Print(LocalizedText ingredients, IReadOnlyList<Allergen>? allergens)
        => TextPrint.Of([ingredients.Vi, ingredients.All.GetValueOrDefault("en"), allergens is null ? "?" : string.Join(',', allergens.Order())]);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.IngredientsVi).IsText(Typed.Reason);
            RuleFor(c => c.IngredientsEn).IsText(Typed.Reason);
            RuleFor(c => c.Allergens).Must(all => all.All(Enum.IsDefined)).WithMessage("catalog.flaw.allergen");
            RuleFor(c => c.NoAllergens).Must((c, none) => !none || c.Allergens.Count == 0).WithMessage("catalog.flaw.allergens-both");
        }
    }

    internal sealed class Handler(Workbench workbench) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var ingredients = Typed.Texts(command.IngredientsVi, command.IngredientsEn, Typed.Reason);
            return workbench.TellAsync(
                command.Cooperative, command.Product, command.Actor.Person,
                told => told.Describe(told.Texts with { Ingredients = told.Texts.Ingredients.Anew(ingredients) }, told.Category),
                cancellationToken,
                // Whoever must not eat it waits for no admin.
                beside: product => product.Contain(command.Told),
                unless: (product, told) => new Opened(command.Seen, Print(ingredients, command.Told))
                    .Compare(Print(told.Texts.Ingredients, product.AllergenBits is { } bits ? Allergens.Of(bits) : null)));
        }
    }
}
