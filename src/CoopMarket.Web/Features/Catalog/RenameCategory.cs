using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>An admin calls a category otherwise or puts it below another one; the address stays.</summary>
internal static class RenameCategory
{
    /// <param name="IsFood">Null: as before.</param>
    internal sealed record Command(Actor Actor, CategoryId Category, string? NameVi, string? NameEn, CategoryId? Parent, string? NameFr = null, bool? IsFood = null) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Category.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NameVi).IsText(required: "catalog.flaw.name");
            RuleFor(c => c.NameEn).IsText(required: "catalog.flaw.name-en");
            RuleFor(c => c.NameFr).IsText();
        }
    }

    internal sealed class Handler(MarketDb db, CategoryTree tree, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var all = await tree.AllAsync(cancellationToken);
            if (all.FirstOrDefault(c => c.Id == command.Category) is not { } category)
                return new NotFound();
            var below = await tree.BranchAsync(command.Category, cancellationToken);
            if (command.Parent is { } parent && (all.All(c => c.Id != parent) || below.Any(c => c.Id == parent)))
                return new CategoryOutOfPlace();
            var place = command.Parent == category.Parent ? category.Position : all.Count(c => c.Parent == command.Parent);
            db.Add(CategoryEntry.Write(
                ids.New<RuleId>(), category.Id, command.Parent, category.Slug, Typed.Name(command.NameVi, command.NameEn, command.NameFr), place, time.Now(), command.Actor.Person,
                command.IsFood ?? category.IsFood));
            return Outcome.Done;
        }
    }
}
