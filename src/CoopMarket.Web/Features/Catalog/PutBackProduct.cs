using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>A cooperative puts back a product that it took off itself.</summary>
internal static class PutBackProduct
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProductId Product) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Product.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Workbench workbench, PhotosOf photos, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var hasPhoto = (await photos.OfAsync(command.Product, cancellationToken)).Count > 0;
            return await workbench.ChangeAsync(
                command.Cooperative, command.Product, command.Actor.Person, product => product.PutBack(hasPhoto, time.Now()), cancellationToken);
        }
    }
}
