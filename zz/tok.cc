#include <iostream>
#include <string>
#include "engine/text/word.h"
using namespace rashomon;
int main(){ WordSplitter s; std::string l; while(std::getline(std::cin,l)){ for(auto&w:s.Split(l,{Field::kText,0,l.size()})) std::cout<<"["<<w.normal<<"|"<<w.stem<<"|"<<int(w.kind)<<"] "; std::cout<<"\n";} }
