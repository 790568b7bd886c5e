/**
 * Resolution as pip would have it, judged by PubGrub: {@link wheelbase.resolver.Resolver} decides,
 * {@link wheelbase.resolver.Resolution} is what comes out. Opens no connection: everything comes
 * through {@link wheelbase.index.PackageIndex}.
 */
package wheelbase.resolver;
