using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Notes photos that came or went on a product that is or was on sale, for an admin's after-look.</summary>
internal sealed class OnPhotosChanged(Workbench workbench) : IHandle<PhotoShown>, IHandle<PhotoRemoved>
{
    public Task HandleAsync(PhotoShown happened, Delivery delivery, CancellationToken cancellationToken)
        => NoteAsync(happened.Kind, happened.Subject, new("photo", happened.Photo.ToString(), "", null, happened.Hash), cancellationToken);

    public Task HandleAsync(PhotoRemoved happened, Delivery delivery, CancellationToken cancellationToken)
        => NoteAsync(happened.Kind, happened.Subject, new("photo", happened.Photo.ToString(), "", happened.Hash, null), cancellationToken);

    private async Task NoteAsync(PhotoSubjectKind kind, Guid subject, FactChange change, CancellationToken cancellationToken)
    {
        if (kind == PhotoSubjectKind.Product && await workbench.FindAsync(new(subject), cancellationToken) is { } product)
            await workbench.NoteAsync(product, [change], by: null, cancellationToken);
    }
}
