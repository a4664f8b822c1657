using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using MediatR;

namespace CoopMarket.Web.Pipeline;

/// <summary>
/// The one place that decides whether an actor may send a request. Rights are read from the database each time, so what was
/// taken away bites at the next request.
/// </summary>
internal sealed class Authorize<TRequest, TResponse>(People people, Memberships memberships, OrderSecrets secrets, Audit audit, TimeProvider time)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IForSomeone asked || !await MayAsync(asked, cancellationToken))
        {
            var actor = (request as IForSomeone)?.Actor ?? Actor.Job("nobody");
            // A stranger who only looks is sent to sign in; to write each of her looks down would let anybody fill the audit.
            if (request is IForCooperative or IForAdmin && !(actor.IsGuest && typeof(TRequest).IsAssignableTo(typeof(IQuery<TResponse>))))
                await audit.DeniedAsync(request, actor, cancellationToken);
            throw new AccessDeniedException(RequestName.Of(typeof(TRequest)), actor) { OrderCode = (request as IForGuestOf)?.OrderCode };
        }

        // An admin sees and moves what is others': her password alone opens none of it.
        if (request is IForAdmin { Actor: { IsJob: false, IsPlayed: false } admin } && !await people.HasFactorAsync(admin.Me, cancellationToken))
            throw new ProofNeededException(RequestName.Of(typeof(TRequest)), admin, mustSetUp: true);
        if (request is INeedsProof needing && needing.Actor is { IsJob: false, IsPlayed: false })
            await AskAsync(needing, cancellationToken);
        return await next();
    }

    private async Task AskAsync(INeedsProof request, CancellationToken cancellationToken)
    {
        var hasFactor = await people.HasFactorAsync(request.Actor.Me, cancellationToken);
        if (hasFactor || request.Proof is Proof.Lately ? request.Actor.ProvedAt > time.Now() - INeedsProof.Lasts : request.Proof is Proof.FactorIfAny)
            return;
        throw new ProofNeededException(RequestName.Of(typeof(TRequest)), request.Actor, mustSetUp: !hasFactor && request.Proof is Proof.Factor);
    }

    private async Task<bool> MayAsync(IForSomeone request, CancellationToken cancellationToken)
    {
        if (request.Actor.IsJob)
            return true;
        return request switch
        {
            IForAnyone => true,
            IForGuestOf order => await secrets.OpensAsync(order.OrderCode, order.OrderSecret, order.Actor.Person, cancellationToken),
            _ when request.Actor.Person is not { } person => false,
            IForPerson => await people.MaySignInAsync(request.Actor.Me, cancellationToken),
            IForCooperative desk => await memberships.AllowsAsync(request.Actor.Me, desk.Cooperative, desk.Allowed, cancellationToken, desk.AlsoSuspended),
            IForAdmin => await people.IsAdminAsync(request.Actor.Me, cancellationToken),
            _ => false,
        };
    }
}
