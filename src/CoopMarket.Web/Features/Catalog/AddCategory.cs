using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin opens a category; its address stays for ever.</summary>
internal static class AddCategory
{
    /// <param name="NameFr">Null or empty: readers in French see the English name.</param>
    /// <param name="IsFood">Whether people eat or drink what is in it.</param>
    /// <param name="Slug">Null: after the Vietnamese name.</param>
    /// <param name="Position">Its place among its neighbors; null: behind them.</param>
    internal sealed record Command(Actor Actor, string? NameVi, string? NameEn, CategoryId? Parent, string? Slug = null, int? Position = null, string? NameFr = null, bool IsFood = true)
        : ICommand<Outcome<CategoryId>>, IForAdmin, ISerialized;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.name");
            RuleFor(c => c.NameEn).IsText(required: "catalog.flaw.name-en");
            RuleFor(c => c.NameFr).IsText();
            RuleFor(c => c.Slug).Must(s => s is null || (s.Length > 0 && s == Folding.Slug(s))).WithMessage("catalog.flaw.slug");
        }
    }

    internal sealed class Handler(MarketDb db, CategoryTree tree, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<CategoryId>>
    {
        public async Task<Outcome<CategoryId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var all = await tree.AllAsync(cancellationToken);
            var name = Typed.Name(command.NameVi, command.NameEn, command.NameFr);
            var slug = command.Slug ?? Folding.Slug(name.Vi);
            if (slug.Length == 0 || all.Any(c => c.Slug == slug))
                return new CategoryAddressTaken();
            if (command.Parent is { } parent && all.All(c => c.Id != parent))
                return new CategoryOutOfPlace();
            var id = ids.New<CategoryId>();
            var position = command.Position ?? all.Count(c => c.Parent == command.Parent);
            db.Add(CategoryEntry.Write(ids.New<RuleId>(), id, command.Parent, slug, name, position, time.Now(), command.Actor.Person, command.IsFood));
            return id;
        }
    }
}
